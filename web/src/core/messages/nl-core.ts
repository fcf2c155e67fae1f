/** What the core itself says to volunteers and staff. */
export const nlCore = {
  unknown: "Dit lukte niet. Probeer het later opnieuw.",
  "no-connection": "Er is geen verbinding. Wat u opschrijft, blijft op uw telefoon bewaard.",
  "language.failed": "Deze taal kon niet laden. Kijk of u verbinding hebt.",
  "signed-out": "U bent niet aangemeld. Meld u eerst aan.",
  "update-needed":
    "Deze telefoon heeft een nieuwere versie van Buurtronde bewaard. Sluit alle tabbladen van Buurtronde en open de app opnieuw.",
  "draft.changed-elsewhere":
    "U hebt dit concept in een ander tabblad veranderd. U ziet nu de nieuwste tekst. Kijk die na en probeer het opnieuw.",
  "draft.gone": "Dit concept is er niet meer. Het is verstuurd of weggegooid.",
  "draft.category": "Kies eerst waar het over gaat.",
  "draft.photos": "U kunt zes foto's toevoegen. Haal eerst een foto weg.",
  "photo.undecodable":
    "Deze foto kan uw telefoon niet lezen. Maak een nieuwe foto, of kies een foto in JPEG-vorm. Uw tekst is bewaard.",
  "photo.blank": "Deze foto is leeg. Maak een nieuwe foto. Uw tekst is bewaard.",
  "photo.not-kept":
    "Niet bewaard: uw telefoon is vol. Uw tekst is wel bewaard. Maak ruimte en kies de foto opnieuw.",
  "storage.full":
    "Uw telefoon is vol. Maak ruimte, of sla op wat nog niet verstuurd is als bestand.",
  "storage.failed": "Uw telefoon kan nu niets bewaren. Sluit de app en open hem opnieuw.",
  "photo.lost": "Deze foto staat niet meer op uw telefoon.",
  "photo.refused": "Deze foto is niet aangenomen. Maak een nieuwe foto.",
  parked: "Dit ligt bij de coördinator. U hoeft niets te doen.",
  "observation.unknown": "Deze waarneming staat niet op uw telefoon.",
  "round.unknown": "Deze ronde is nog niet bekend. Wacht tot de andere telefoon bereik heeft.",
  "round.code": "Deze code hoort bij een andere dag of een andere wijk. Vraag de code opnieuw.",
  "round.code-unreadable": "Dit is geen code. Een code heeft zes tekens, zonder 0, O, 1, I en L.",
  "round.full": "Deze ronde heeft al twee lopers. De coördinator kan u erbij zetten.",
  "round.alone": "Dit is uw eigen ronde. De ander moet de code op een eigen telefoon invullen.",
  "round.taken": "Iemand anders is deze ronde al begonnen. Loop mee met de code van die telefoon.",
  "round.others": "Dit is niet uw ronde.",
  "round.uncertified":
    "U hebt nog geen certificaat om te lopen. Vraag uw coördinator om toestemming.",
  "round.due.past": "Kies een tijd die nog komt.",
  "round.due.far": "Een ronde duurt hoogstens twaalf uur. Kies een eerdere tijd.",
  "push.denied": "Meldingen staan uit. Zet ze aan bij de instellingen van uw telefoon.",
  "push.failed": "Meldingen aanzetten lukte niet. Probeer het later opnieuw.",
  "unsent.unreadable": "Dit is geen bestand van Buurtronde, of het is beschadigd.",
  "unsent.other-account":
    "Dit bestand is van iemand anders. Alleen die persoon kan het inlezen.",
  "sync.expired": "Meld u opnieuw aan. Wat u opschreef, blijft bewaard.",
  "sync.revoked": "Deze telefoon mag Buurtronde niet meer gebruiken. Bel de coördinator.",
  "sync.server": "De server antwoordt niet goed. We proberen het vanzelf opnieuw.",
  "sync.device": "De gegevens van deze telefoon konden niet worden doorgegeven.",
  "sync.update": "Werk de app bij om nieuws te zien. Versturen blijft werken.",
};
