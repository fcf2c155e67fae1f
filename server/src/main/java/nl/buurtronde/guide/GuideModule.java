package nl.buurtronde.guide;

import java.time.Clock;
import java.util.List;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.category.Categories;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Routes;
import nl.buurtronde.photo.Photos;
import nl.buurtronde.place.Places;

/**
 * Wires the guide, as staff write it and as tenants read it.
 *
 * @param helpline the line with the association's number, for a page that has no script
 */
public record GuideModule(
    Entries<Partner> partners,
    Entries<HouseRule> rules,
    Verifications verifications,
    Languages languages,
    Introductions introductions,
    Partners shown,
    Routes routes,
    String helpline) {
  public static GuideModule create(
      Database database,
      Clock clock,
      Audit audit,
      Accounts accounts,
      Places places,
      Categories categories,
      Photos photos,
      Association association) {
    var partners = new Entries<>(database, clock, audit, places, "partner", Partner.class);
    var rules = new Entries<>(database, clock, audit, places, "rule", HouseRule.class);
    var verifications = new Verifications(database, clock, audit, partners);
    var languages = new Languages(database, audit);
    var introductions = new Introductions(database, clock, audit, accounts, photos);
    var tenants =
        new TenantGuide(
            database,
            clock,
            places,
            categories,
            partners,
            rules,
            verifications,
            languages,
            introductions,
            association);
    var staff =
        new StaffGuide(
            database, clock, accounts, places, partners, rules, verifications, languages);
    var numbers =
        new NumbersPage(database, clock, places, partners, verifications, association);
    List<Routes> routes =
        List.of(
            new TenantRoutes(
                new Shelf(database, clock, TenantGuide.TABLES), tenants, numbers, introductions),
            new GuideRoutes(staff, partners, rules, verifications, languages),
            new IntroductionRoutes(introductions));
    return new GuideModule(
        partners,
        rules,
        verifications,
        languages,
        introductions,
        new Partners(database, clock, partners),
        config -> routes.forEach(room -> room.add(config)),
        NumbersPage.line(association));
  }
}
