#include "capabilities/open311/reads/export.hpp"

#include <algorithm>
#include <charconv>

#include "base/delimited.hpp"
#include "capabilities/open311/reads/requests.hpp"

namespace wijktafel::open311 {
namespace {

constexpr int portion = 5000;

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

Export export_csv(const web::Call& call, items::ItemId after, int rows_most) {
  Export file;
  file.csv =
      "service_request_id,requested_datetime,updated_datetime,closed_date,status_description,status_notes,"
      "source,service_name,service_code,description,agency_responsible,address,lat,long\r\n";
  for (int left = rows_most;;) {
    // One more than fits says whether there is a next file.
    const int asked = std::min(portion, left + 1);
    const bool is_full = call.service.database.read([&](db::Transaction& tx) {
      const auto names = read_names(call, tx);
      const auto requests = store::requests_after(tx, names.themes.secret, after, asked);
      for (const auto& request : requests) {
        if (left == 0) {
          file.last = after;
          return false;
        }
        add_line(file.csv, call, names, request);
        after = request.item;
        --left;
      }
      return static_cast<int>(requests.size()) == asked;
    });
    if (!is_full) return file;
  }
}

}  // namespace wijktafel::open311
