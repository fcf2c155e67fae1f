import type { nlCore } from "./nl-core";

export const enCore: Record<keyof typeof nlCore, string> = {
  unknown: "This did not work. Try again later.",
  "no-connection": "There is no connection. What you write stays on your phone.",
  "language.failed": "This language could not load. Check your connection.",
  "signed-out": "You are not signed in. Sign in first.",
  "update-needed":
    "This phone has kept a newer version of Buurtronde. Close all Buurtronde tabs and open the app again.",
  "draft.changed-elsewhere":
    "You changed this draft in another tab. You now see the newest text. Check it and try again.",
  "draft.gone": "This draft is no longer here. It was sent or thrown away.",
  "draft.category": "First choose what it is about.",
  "draft.photos": "You can add six photos. Remove a photo first.",
  "photo.undecodable":
    "Your phone cannot read this photo. Take a new one, or choose a JPEG photo. Your text is saved.",
  "photo.blank": "This photo is empty. Take a new one. Your text is saved.",
  "photo.not-kept":
    "Not saved: your phone is full. Your text is saved. Make some room and choose the photo again.",
  "storage.full": "Your phone is full. Make some room, or save what is not yet sent as a file.",
  "storage.failed": "Your phone cannot save anything now. Close the app and open it again.",
  "photo.lost": "This photo is no longer on your phone.",
  "photo.refused": "This photo was not accepted. Take a new one.",
  parked: "This is with the coordinator. You need not do anything.",
  "observation.unknown": "This observation is not on your phone.",
  "round.unknown": "This round is not known yet. Wait until the other phone has reception.",
  "round.code": "This code is for another day or another district. Ask for the code again.",
  "round.code-unreadable": "This is not a code. A code has six characters, without 0, O, 1, I and L.",
  "round.full": "This round already has two walkers. The coordinator can add you.",
  "round.alone": "This is your own round. The other person must type the code on their own phone.",
  "round.taken": "Somebody else has already started this round. Join with the code on that phone.",
  "round.others": "This is not your round.",
  "round.uncertified":
    "You do not have a certificate to walk yet. Ask your coordinator for permission.",
  "round.due.past": "Choose a time that is still to come.",
  "round.due.far": "A round takes twelve hours at most. Choose an earlier time.",
  "push.denied": "Notifications are off. Turn them on in the settings of your phone.",
  "push.failed": "Notifications could not be turned on. Try again later.",
  "unsent.unreadable": "This is not a Buurtronde file, or it is damaged.",
  "unsent.other-account": "This file is from somebody else. Only that person can read it back.",
  "sync.expired": "Sign in again. What you wrote is kept.",
  "sync.revoked": "This phone may no longer use Buurtronde. Call the coordinator.",
  "sync.server": "The server does not answer properly. We keep trying by ourselves.",
  "sync.device": "The details of this phone could not be passed on.",
  "sync.update": "Update the app to see what is new. Sending still works.",
};
