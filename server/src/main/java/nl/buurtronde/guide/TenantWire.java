package nl.buurtronde.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The shapes in which tenants get the guide and the districts. */
final class TenantWire {
  private TenantWire() {}

  record Named(UUID id, String name) {}

  record PartnerValue(
      UUID id,
      PartnerKind kind,
      String name,
      String text,
      String phone,
      String email,
      String website,
      List<Hours> hours,
      Instant verifiedAt,
      Language language,
      boolean checked) {}

  record Translated(String title, String text, boolean checked) {}

  record RuleValue(
      UUID id,
      UUID complex,
      String pictogram,
      String title,
      String text,
      Language language,
      boolean checked,
      Map<Language, Translated> translations) {}

  record Member(UUID id, String name, String picture) {}

  record CategoryValue(String key, String label, String icon, int position) {}

  record Limits(int photos, int text) {}

  record Guide(
      Named district,
      Language language,
      long revision,
      Association association,
      List<PartnerValue> partners,
      List<RuleValue> rules,
      List<Member> team,
      List<CategoryValue> categories,
      List<Languages.Value> languages,
      Limits limits) {
    Guide at(long newRevision) {
      return new Guide(
          district,
          language,
          newRevision,
          association,
          partners,
          rules,
          team,
          categories,
          languages,
          limits);
    }
  }

  record ComplexValue(
      UUID id,
      String code,
      String name,
      String street,
      String numbers,
      String postcode,
      Double lat,
      Double lon) {}

  record DistrictValue(
      UUID id, String name, JsonNode outline, List<ComplexValue> complexes) {}

  record Districts(List<DistrictValue> districts, List<Languages.Value> languages) {}
}
