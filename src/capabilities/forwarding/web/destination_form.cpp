#include "capabilities/forwarding/web/destination_form.hpp"

#include "capabilities/places/places.hpp"
#include "capabilities/themes/themes.hpp"
#include "design/fields.hpp"

namespace wijktafel::forwarding {
namespace {

constexpr std::size_t endpoint_most = 500;
constexpr std::size_t short_most = 60;

struct Offered {
  std::vector<organisations::Organisation> organisations;
  std::vector<places::Area> areas;
  std::vector<themes::Theme> themes;
};

Offered offered(const web::Call& call) {
  return call.service.database.read([](db::Transaction& tx) {
    Offered all{.organisations = organisations::list_organisations(tx),
                .areas = {},
                .themes = themes::list_themes(tx)};
    const auto town = places::find_municipality(tx);
    if (!town) return all;
    all.areas = places::areas_within(tx, town->key, places::Level::district);
    for (auto& area : places::areas_within(tx, town->key, places::Level::neighbourhood))
      all.areas.push_back(std::move(area));
    return all;
  });
}

template <class T>
std::vector<std::string> keys(const std::vector<T>& all) {
  std::vector<std::string> found;
  for (const auto& each : all) found.push_back(each.key);
  return found;
}

std::vector<std::string> words_of(const auto& all) { return {all.begin(), all.end()}; }

}  // namespace

TypedDestination typed_from(const store::Destination& destination) {
  return {.form = {.organisation = destination.organisation,
                   .kind = destination.kind,
                   .title = destination.title,
                   .endpoint = destination.endpoint,
                   .format = destination.format,
                   .jurisdiction = destination.jurisdiction,
                   .credential = destination.credential,
                   .is_automatic = destination.is_automatic,
                   .has_updates = destination.has_updates,
                   .areas = destination.areas,
                   .themes = destination.themes}};
}

TypedDestination read_destination_form(const web::Call& call, web::FormReader& reader, bool is_new) {
  const auto all = offered(call);
  TypedDestination typed;
  auto& form = typed.form;
  if (is_new)
    form.kind = reader.choice("kind", words_of(kinds), "forwarding.form.kind_missing").value_or(form.kind);
  form.title = reader.text("name", {.most = title_most, .missing_key = "forwarding.form.name_missing"});
  std::vector<std::string> organisations;
  for (const auto& organisation : all.organisations)
    organisations.push_back(std::to_string(raw(organisation.id)));
  if (const auto chosen =
          reader.choice("organisation", organisations, "forwarding.form.organisation_missing"))
    form.organisation = OrganisationId{std::stoll(*chosen)};
  form.endpoint = reader.text("endpoint", {.most = endpoint_most});
  if (!reader.typed("format").empty())
    form.format = reader.choice("format", words_of(formats)).value_or(form.format);
  form.jurisdiction = reader.text("jurisdiction", {.most = short_most});
  form.credential = reader.text("credential", {.most = short_most});
  if (form.credential.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") != std::string::npos)
    reader.fault("credential", "forwarding.form.credential_form");
  form.has_updates = reader.checked("updates");
  form.is_automatic = reader.checked("automatic");
  form.areas = reader.choices("areas", keys(all.areas));
  form.themes = reader.choices("themes", keys(all.themes));
  return typed;
}

DestinationForm destination_form(const web::Call& call, const TypedDestination& typed, bool is_new,
                                 std::span<const web::FieldFault> faults) {
  const design::Fields fields(call, faults);
  const auto all = offered(call);
  const auto& form = typed.form;
  std::vector<design::Choice> organisations;
  for (const auto& organisation : all.organisations)
    organisations.push_back({.value = std::to_string(raw(organisation.id)), .label = organisation.name});
  std::vector<design::Choice> areas;
  for (const auto& area : all.areas) areas.push_back({.value = area.key, .label = area.full_name});
  std::vector<design::Choice> offered_themes;
  for (const auto& theme : all.themes)
    offered_themes.push_back({.value = theme.key, .label = themes::name_in(theme, call.language)});

  DestinationForm view;
  view.faults = fields.summary();
  const bool is_system = is_new || form.kind == "open311";
  if (is_new)
    view.kind = fields.choice("kind", "forwarding.form.kind",
                              fields.answers("forwarding.kind", words_of(kinds)), form.kind);
  view.name = fields.text("name", "forwarding.form.name", form.title);
  view.organisation = fields.select("organisation", "forwarding.form.organisation", std::move(organisations),
                                    raw(form.organisation) > 0 ? std::to_string(raw(form.organisation)) : "");
  if (is_new || form.kind != "csv")
    view.endpoint = fields.text("endpoint", "forwarding.form.endpoint", form.endpoint, {.optional = is_new});
  if (is_system) {
    view.format = fields.choice("format", "forwarding.form.format",
                                fields.answers("forwarding.format", words_of(formats)), form.format);
    view.jurisdiction = fields.text("jurisdiction", "forwarding.form.jurisdiction", form.jurisdiction,
                                    {.optional = true, .width = "medium"});
    view.credential = fields.text("credential", "forwarding.form.credential", form.credential,
                                  {.optional = true, .width = "medium"});
    view.updates = fields.tick("updates", "forwarding.form.updates", form.has_updates);
  }
  view.automatic = fields.tick("automatic", "forwarding.form.automatic", form.is_automatic);
  view.areas = fields.checks("areas", "forwarding.form.areas", std::move(areas), form.areas);
  if (!offered_themes.empty())
    view.themes = fields.checks("themes", "forwarding.form.themes", std::move(offered_themes), form.themes);
  return view;
}

}  // namespace wijktafel::forwarding
