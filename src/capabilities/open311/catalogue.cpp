#include "capabilities/open311/catalogue.hpp"

#include <algorithm>
#include <set>

#include "capabilities/open311/store.hpp"

namespace wijktafel::open311 {
namespace {

// A worry about a person, a formal complaint, a repair at home: those have a door of their own, and nothing
// of them may be kept here.
bool is_offered(const themes::Theme& theme) {
  return theme.is_active && !theme.is_confidential && theme.door == "none";
}

Service service_of(const web::Call& call, const themes::Theme& theme) {
  const bool in_dutch = call.language == i18n::Language::nl || theme.description_en.empty();
  return {.code = theme.key,
          .name = themes::name_in(theme, call.language),
          .description = in_dutch ? theme.description : theme.description_en,
          .group = theme.group,
          .keywords = theme.keywords};
}

Service general(const web::Call& call) {
  return {.code = std::string(general_service),
          .name = call.text("open311.general.name"),
          .description = call.text("open311.general.description")};
}

}  // namespace

std::vector<Service> list_services(const web::Call& call, db::Transaction& tx) {
  std::vector<Service> services;
  for (const auto& theme : themes::list_themes(tx))
    if (is_offered(theme)) services.push_back(service_of(call, theme));
  if (std::ranges::find(services, general_service, &Service::code) == services.end())
    services.push_back(general(call));
  const auto answers = store::answers_of_services(tx);
  std::set<std::string, std::less<>> asking;
  for (const auto& attribute : store::attributes_of(tx, "")) asking.insert(attribute.service_code);
  for (auto& service : services) {
    service.has_definition = asking.contains(service.code);
    if (const auto known = answers.find(service.code); known != answers.end())
      service.answers = known->second;
  }
  return services;
}

std::optional<Service> find_service(const web::Call& call, db::Transaction& tx, std::string_view code) {
  auto services = list_services(call, tx);
  const auto at = std::ranges::find(services, code, &Service::code);
  if (at == services.end()) return std::nullopt;
  return std::move(*at);
}

ThemeNames theme_names(const web::Call& call, db::Transaction& tx) {
  ThemeNames all;
  for (const auto& theme : themes::all_themes(tx)) {
    all.names[theme.key] = themes::name_in(theme, call.language);
    if (theme.is_confidential) all.secret.push_back(theme.key);
  }
  all.names.try_emplace(std::string(general_service), call.text("open311.general.name"));
  return all;
}

}  // namespace wijktafel::open311
