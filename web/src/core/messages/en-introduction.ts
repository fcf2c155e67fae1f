import type { nlIntroduction } from "./nl-introduction";
import type { Translation } from "./translation";

export const enIntroduction: Translation<typeof nlIntroduction> = {
  introduction: {
    title: "Let tenants see who I am",
    why: "Tenants of your district then see your first name, and your photo if you want.",
    never: "They never see your number, your surname, or when and where you walk.",
    free: "You choose. You can always stop it.",
    loading: "Just a moment…",
    offline: "This needs a connection.",
    hidden: "Tenants do not see you now.",
    shown: "This is how tenants see you:",
    preview: "How tenants see you",
    name: "First name",
    needName: "Fill in your first name.",
    photo: "Choose a photo",
    otherPhoto: "Choose another photo",
    noPhoto: "Without a photo",
    photoAlt: "Your photo",
    photoGone: "The photo cannot be shown now.",
    photoBusy: "Making the photo small…",
    start: "Introduce me",
    yes: "Yes, let tenants see this",
    done: "Tenants see you now.",
    change: "Change",
    stop: "Show me no more",
    stopTitle: "Stop?",
    stopText: "Your name and photo are then gone at once for tenants with a connection.",
    stopYes: "Yes, take me away",
    stopped: "Tenants see you no more.",
  },
};
