import { enApp } from "./en-app";
import { enCategory } from "./en-category";
import { enDuty } from "./en-duty";
import { enGuide } from "./en-guide";
import { enIntroduction } from "./en-introduction";
import { enRound } from "./en-round";
import { enStaff } from "./en-staff";

/** All English, by the name of the catalogue it stands for; fetched only by who chose it. */
export const english = {
  app: enApp,
  category: enCategory,
  duty: enDuty,
  guide: enGuide,
  introduction: enIntroduction,
  round: enRound,
  staff: enStaff,
};
