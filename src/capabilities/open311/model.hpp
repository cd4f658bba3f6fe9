// What GeoReport v2 knows: services, what they ask, and the few words that the standard fixes. Pure;
// thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "platform/geo/geometry.hpp"

namespace wijktafel::open311 {

inline constexpr std::size_t description_most = 4000;
inline constexpr std::size_t requests_most = 1000;  // in one answer
inline constexpr std::size_t page_size_otherwise = 100;
inline constexpr std::size_t furthest_row = 100'000;  // who wants more asks by date, or takes the CSV
inline constexpr int days_most = 90;
inline constexpr std::size_t answer_most = 2000;
inline constexpr std::size_t short_most = 200;  // names, codes, device_id, account_id
inline constexpr std::size_t url_most = 1000;
inline constexpr std::chrono::minutes retry_window{10};
inline constexpr std::chrono::hours retry_key_lifetime{24};

// What does not have a theme yet stands under this code, and may be reported under it.
inline constexpr std::string_view general_service = "algemeen";

// Stored as written here: the words of the standard.
enum class Answers { realtime, batch, blackbox };
std::string_view word(Answers answers);
std::optional<Answers> answers_of(std::string_view word);

enum class Datatype { string, number, datetime, text, singlevaluelist, multivaluelist };
std::string_view word(Datatype datatype);
std::optional<Datatype> datatype_of(std::string_view word);
const std::vector<std::string>& all_datatypes();
inline bool is_list(Datatype datatype) {
  return datatype == Datatype::singlevaluelist || datatype == Datatype::multivaluelist;
}

struct Choice {
  std::string key;
  std::string name;
};

struct Attribute {
  std::int64_t id = 0;
  std::string service_code;
  std::string code;
  bool is_question = true;  // false: a text to read ("variable" is false)
  Datatype datatype = Datatype::string;
  bool is_required = false;
  std::string description;           // the question
  std::string datatype_description;  // how to answer it
  int order = 1;
  std::vector<Choice> choices;
};

// "key = name" a line; a line without "=" is both. Nothing when a key stands there twice or is empty.
std::optional<std::vector<Choice>> choices_from(std::string_view lines);
std::string lines_of(const std::vector<Choice>& choices);
// Letters, digits, hyphens and low lines: it stands in addresses and between brackets.
bool is_code(std::string_view text);

struct Service {
  std::string code;
  std::string name;
  std::string description;
  std::string group = {};
  std::vector<std::string> keywords = {};
  bool has_definition = false;
  Answers answers = Answers::realtime;
};

// A moment with its zone. A "+" that became a space on the way ("...T10:00:00 01:00") is put back; a moment
// without zone is none.
std::optional<Instant> moment_of(std::string_view text);
// It is a date and a time of day and would be a moment, had it said its zone.
bool lacks_zone(std::string_view text);
std::optional<double> number_of(std::string_view text);  // "52.01", "-4.5"; no exponent, not infinite
// On the globe, both given as numbers.
std::optional<geo::Point> point_of(std::string_view latitude, std::string_view longitude);
std::optional<std::int64_t> id_of(std::string_view text);  // of 1 to 15 digits, not 0

}  // namespace wijktafel::open311
