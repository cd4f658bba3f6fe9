#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <map>
#include <span>

#include "base/text.hpp"
#include "capabilities/open311/georeport_lines.hpp"
#include "capabilities/open311/model.hpp"
#include "capabilities/open311/open311.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/themes/themes.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::open311 {
namespace {

constexpr std::size_t portion = 500;

boost::json::value parsed(std::string_view json, std::string_view what) {
  boost::json::error_code error;
  auto value = boost::json::parse(json, error);
  if (error) throw Failure(fmt::format("{} is not valid JSON: {}", what, error.message()));
  return value;
}

// Texts, and numbers where other systems write a number for a text.
std::string text_of(const boost::json::object& record, std::string_view name) {
  const auto* value = record.if_contains(name);
  if (!value) return {};
  if (value->is_string()) return tidy(value->as_string());
  if (value->is_int64()) return std::to_string(value->as_int64());
  return {};
}

std::optional<double> degrees_of(const boost::json::object& record, std::string_view name) {
  const auto* value = record.if_contains(name);
  if (!value) return std::nullopt;
  if (value->is_double()) return value->as_double();
  if (value->is_int64()) return static_cast<double>(value->as_int64());
  return value->is_string() ? number_of(value->as_string()) : std::nullopt;
}

class Import {
 public:
  Import(const web::Service& service, const ImportOptions& options) : service_(service) {
    if (!options.area.empty()) {
      area_ = service.find_area_by_slug(options.area);
      if (!area_) area_ = service.find_area(options.area);
      if (!area_) throw Failure("no area has this name or code: " + options.area);
    }
    if (!options.themes.empty()) read_mapping(options.themes);
  }

  void take(db::Transaction& tx, const boost::json::value& record, std::size_t line, ImportReport& report) {
    if (!record.is_object()) {
      report.left_out.push_back({line, "", "not a request"});
      return;
    }
    const auto& request = record.as_object();
    const auto id = text_of(request, "service_request_id");
    const auto reason = take_request(tx, request, id, report);
    if (!reason.empty()) report.left_out.push_back({line, id, reason});
  }

 private:
  void read_mapping(const std::string& json) {
    const auto value = parsed(json, "the file with themes");
    if (!value.is_object()) throw Failure("the file with themes must hold one JSON object");
    for (const auto& [service, theme] : value.as_object())
      if (theme.is_string()) mapping_[std::string(service)] = std::string(theme.as_string());
  }

  // Why it was left out, or nothing.
  std::string take_request(db::Transaction& tx, const boost::json::object& request, const std::string& id,
                           ImportReport& report) {
    if (id.empty()) return "no service_request_id";
    const auto key = "georeport:" + id;
    if (items::find_by_key(tx, key)) {
      ++report.known_already;
      return {};
    }
    signals::PastSignal past;
    const auto reported = moment_of(text_of(request, "requested_datetime"));
    if (!reported) return "requested_datetime is no date with time and zone";
    past.reported_at = *reported;
    if (text_of(request, "status") == "closed") {
      const auto closed = moment_of(text_of(request, "updated_datetime"));
      past.closed_at = std::max(closed.value_or(*reported), *reported);
    }
    auto& signal = past.signal;
    signal.key = key;
    signal.channel = "open311";
    signal.text = text_of(request, "description");
    if (signal.text.empty()) signal.text = text_of(request, "service_name");
    if (signal.text.empty()) return "no description and no service_name";
    signal.place_words = first(text_of(request, "address"), short_most);
    const auto area = area_of(request, signal);
    if (!area) return "its place lies outside the municipality";
    if (!signal.place) ++report.without_place;
    signal.theme = theme_of(tx, request, report);
    signal.domains = domains_.at(signal.theme);
    signals::keep_past(tx, *area, past, next_date_);
    ++report.taken;
    return {};
  }

  std::optional<web::AreaRef> area_of(const boost::json::object& request, signals::NewSignal& signal) const {
    const auto latitude = degrees_of(request, "lat");
    const auto longitude = degrees_of(request, "long");
    if (!latitude || !longitude) return area_;
    const geo::Point place{*longitude, *latitude};
    auto area = service_.find_area_at(place);
    if (!area) return area_;
    signal.place = place;
    return area;
  }

  // The theme that is meant: by the file, by code, by name; else a new one.
  std::string theme_of(db::Transaction& tx, const boost::json::object& request, ImportReport& report) {
    const auto code = text_of(request, "service_code");
    const auto name = text_of(request, "service_name");
    const auto known = themes_.find(code + "\n" + name);
    if (known != themes_.end()) return known->second;
    std::string theme;
    for (const auto& given : {code, name})
      if (const auto mapped = mapping_.find(given); theme.empty() && mapped != mapping_.end())
        theme = mapped->second;
    const bool is_mapped = !theme.empty();
    if (!is_mapped) theme = slug(name.empty() ? code : name).substr(0, themes::key_most);
    if (!theme.empty()) know(tx, theme, name.empty() ? code : name, is_mapped, report);
    if (theme.empty()) domains_[theme] = 0;
    themes_[code + "\n" + name] = theme;
    return theme;
  }

  void know(db::Transaction& tx, const std::string& key, const std::string& name, bool is_mapped,
            ImportReport& report) {
    auto theme = themes::find_theme(tx, key);
    if (!theme && is_mapped) throw Failure("the file with themes names a theme that does not exist: " + key);
    if (!theme) {
      theme.emplace();
      theme->key = key;
      theme->name = first(name, themes::name_most);
      themes::save_theme(tx, *theme);
      report.new_themes.push_back(theme->name);
    }
    domains_[key] = theme->domains;
  }

  const web::Service& service_;
  std::optional<web::AreaRef> area_;
  std::map<std::string, std::string, std::less<>> mapping_;
  std::map<std::string, std::string, std::less<>> themes_;  // code and name to key
  std::map<std::string, unsigned, std::less<>> domains_;    // by key
  Date next_date_ = plus_days(local_date(service_.clock.now()), 14);
};

}  // namespace

ImportReport import_georeport(const web::Service& service, std::string_view json,
                              const ImportOptions& options) {
  const auto file = parsed(json, "the file");
  if (!file.is_array()) throw Failure("the file must hold a JSON list of requests");
  const auto& records = file.as_array();
  const auto lines = lines_of_elements(json);
  WIJKTAFEL_ASSERT(lines.size() == records.size(), "every element of the list begins on a line");
  [[maybe_unused]] const Import checked(service, options);  // so that wrong options are said at once
  ImportReport report;
  for (std::size_t start = 0; start < records.size(); start += portion) {
    const std::size_t end = std::min(start + portion, records.size());
    // Made anew for each portion: a portion that is rolled back or run again has left nothing in it.
    report = service.database.write([&](db::Transaction& tx) {
      Import import(service, options);
      ImportReport so_far = report;
      for (std::size_t at = start; at < end; ++at) import.take(tx, records[at], lines[at], so_far);
      return so_far;
    });
  }
  return report;
}

}  // namespace wijktafel::open311
