#include "capabilities/forwarding/reads/sent_file.hpp"

#include <fmt/format.h>

#include "base/delimited.hpp"
#include "base/text.hpp"
#include "capabilities/forwarding/request_text.hpp"
#include "capabilities/forwarding/sending.hpp"
#include "capabilities/forwarding/sent_file_store.hpp"

namespace wijktafel::forwarding {
namespace {

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) line += (line.empty() ? "" : ",") + sheet_cell(cell);
  return line + "\r\n";
}

std::string decimals(double number) { return fmt::format("{:.6f}", number); }

}  // namespace

std::string sheet_cell(std::string_view text) {
  std::string cell(text);
  const auto start = cell.find_first_not_of(" \t\r\n");
  const bool is_number = !cell.empty() && cell.find_first_not_of("-.0123456789") == std::string::npos &&
                         cell.find('-', 1) == cell.npos;
  if (start != std::string::npos && std::string_view("=+-@").find(cell[start]) != std::string_view::npos &&
      !is_number)
    cell.insert(0, "'");
  return delimited_cell(cell.empty() ? std::string_view() : std::string_view(cell), ',');
}

std::string read_sent_file(const web::Service& service, db::Transaction& tx, DestinationId destination,
                           Instant since) {
  std::string file = line_of({"number", "reported_at", "forwarded_at", "title", "text", "chance", "theme",
                              "area", "place", "latitude", "longitude", "status", "address"});
  for (const auto& sent : store::newest_sent(tx, destination, since, file_most)) {
    const auto item = items::find(tx, sent.item);
    const auto signal = signals::find_signal(tx, sent.item);
    if (!item || !signal || !may_leave(tx, *item)) continue;
    const auto area = service.find_area(item->area);
    file += line_of({std::to_string(raw(item->id)), iso_instant(signal->reported_at),
                     iso_instant(sent.created_at), item->title, item->text, signal->chance, signal->theme,
                     area ? area->name : std::string(), item->place_words,
                     item->place ? decimals(item->place->latitude) : std::string(),
                     item->place ? decimals(item->place->longitude) : std::string(), item->status,
                     address_of(service, *item)});
  }
  return file;
}

}  // namespace wijktafel::forwarding
