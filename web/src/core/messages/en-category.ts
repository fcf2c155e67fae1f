/** The categories that every installation starts with. Once staff renamed one, their name stands. */
export const enCategory = {
  lighting: { dutch: "Verlichting", english: "Lighting" },
  litter: { dutch: "Zwerfafval", english: "Litter" },
  "bulky-waste": { dutch: "Grofvuil", english: "Bulky waste" },
  green: { dutch: "Groen", english: "Trees and plants" },
  pavement: { dutch: "Stoep en straat", english: "Pavement and street" },
  entrance: { dutch: "Entree en trap", english: "Entrance and stairs" },
  nuisance: { dutch: "Overlast", english: "Nuisance" },
  vandalism: { dutch: "Vernieling", english: "Vandalism" },
  parking: { dutch: "Parkeren", english: "Parking" },
  playground: { dutch: "Speelplek", english: "Playground" },
  water: { dutch: "Water", english: "Water" },
  contact: { dutch: "Contact", english: "Contact" },
  other: { dutch: "Anders", english: "Something else" },
};
