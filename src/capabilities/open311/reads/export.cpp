#include "capabilities/open311/reads/export.hpp"

#include <charconv>

#include "base/delimited.hpp"
#include "capabilities/open311/reads/requests.hpp"

namespace wijktafel::open311 {
namespace {

constexpr int portion = 5000;
constexpr std::size_t rows_most = 1'000'000;

// A spreadsheet takes a cell that begins with one of these for a formula (OWASP, CSV injection).
std::string cell(std::string_view text) {
  const bool is_formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  return delimited_cell(is_formula ? "'" + std::string(text) : std::string(text), ',');
}

std::string number(double value) {
  char digits[40];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 7).ptr;
  return {digits, end};
}

void add_line(std::string& csv, const web::Call& call, const Names& names, const store::RequestRow& request) {
  const auto code = code_of(request.theme);
  const auto name = names.themes.names.find(code);
  csv += std::to_string(raw(request.item)) + "," + iso_instant(request.reported_at) + "," +
         iso_instant(updated_at(request)) + ",";
  if (!request.is_open) csv += iso_instant(updated_at(request));
  csv += request.is_open ? ",open," : ",closed,";
  csv += cell(call.text("signals.status." + request.status)) + "," + cell(request.channel) + "," +
         cell(name == names.themes.names.end() ? code : std::string_view(name->second)) + "," + cell(code) +
         "," + cell(description_of(request)) + "," + cell(agency_of(names, request)) + "," +
         cell(request.place_words) + ",";
  if (request.place)
    csv += number(request.place->latitude) + "," + number(request.place->longitude);
  else
    csv += ",";
  csv += "\r\n";
}

}  // namespace

std::string export_csv(const web::Call& call) {
  std::string csv =
      "service_request_id,requested_datetime,updated_datetime,closed_date,status_description,status_notes,"
      "source,service_name,service_code,description,agency_responsible,address,lat,long\r\n";
  items::ItemId after{0};
  for (std::size_t count = 0; count < rows_most;) {
    const auto rows = call.service.database.read([&](db::Transaction& tx) {
      const auto names = read_names(call, tx);
      auto requests = store::requests_after(tx, names.themes.secret, after, portion);
      std::string lines;
      for (const auto& request : requests) add_line(lines, call, names, request);
      return std::pair(std::move(lines), requests.empty() ? std::optional<items::ItemId>{}
                                                          : std::optional(requests.back().item));
    });
    if (!rows.second) break;
    csv += rows.first;
    after = *rows.second;
    count += portion;
  }
  return csv;
}

}  // namespace wijktafel::open311
