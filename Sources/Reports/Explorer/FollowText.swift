/// Texts of the part of the explorer in which a client is followed.
enum FollowText: String, PhraseList {
  case follow, followIntro, followRun, followReplication, followWho, followByNumber, followNumber
  case followShow, followBadReplication, followBadNumber, followBusy, followNobody, followUnknown
  case followMoments, followClient, followShows, followFrom, followStale, followMoment
  case followHappened, followMoved, followBecause, followSave

  var words: Bilingual {
    switch self {
    case .follow: DiaryText.title.words
    case .followIntro:
      Bilingual(
        "Eén herhaling, gebeurtenis voor gebeurtenis: wat er gebeurde, waarom, en welke cijfers dat verschoof."
          + " De mensen zijn verzonnen.",
        "One replication, event by event: what happened, why, and which figures it moved. The people are made up."
      )
    case .followRun: Bilingual("Berekening", "Run")
    case .followReplication: Bilingual("Herhaling, vanaf 0", "Replication, from 0")
    case .followWho: Bilingual("Wie", "Who")
    case .followByNumber: Bilingual("een klant met een nummer", "a client by number")
    case .followNumber: Bilingual("Nummer van de klant", "Number of the client")
    case .followShow: Bilingual("Dagboek tonen", "Show the diary")
    case .followBadReplication:
      Bilingual(
        "Fout: herhaling ‘{0}’ is er niet. Dit moet een geheel getal zijn van 0 tot en met {1}.",
        "Error: there is no replication ‘{0}’. It has to be a whole number from 0 to {1}.")
    case .followBadNumber:
      Bilingual(
        "Fout: het nummer is ‘{0}’. Dit moet een geheel getal zijn vanaf 1.",
        "Error: the number is ‘{0}’. It has to be a whole number from 1.")
    case .followBusy: Bilingual("Het dagboek wordt geschreven.", "The diary is being written.")
    case .followNobody:
      Bilingual(
        "In herhaling {0} is dit bij niemand te zien: {1}.",
        "Nobody in replication {0} shows this: {1}.")
    case .followUnknown:
      Bilingual(
        "Klant {0} is er niet in herhaling {1}: klanten 1 tot en met {2} kwamen in de uitkering.",
        "There is no client {0} in replication {1}: clients 1 to {2} came on benefit.")
    case .followMoments: Bilingual("Klant {0}: {1} momenten.", "Client {0}: {1} moments.")
    case .followClient: DiaryText.client.words
    case .followShows: DiaryText.shows.words
    case .followFrom:
      Bilingual("{0}, herhaling {1}; {2} momenten.", "{0}, replication {1}; {2} moments.")
    case .followStale:
      Bilingual(
        "Dit dagboek hoort bij een eerdere instelling.",
        "This diary belongs to an earlier setting.")
    case .followMoment: DiaryText.moment.words
    case .followHappened: DiaryText.happened.words
    case .followMoved: DiaryText.moved.words
    case .followBecause: DiaryText.because.words
    case .followSave: Bilingual("Dagboek opslaan (tekst)", "Save the diary (text)")
    }
  }
}
