#include "platform/http/response_head.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.hpp"

namespace wijktafel::http {
namespace {

constexpr std::string_view days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::string_view ours[] = {"content-length", "connection", "transfer-encoding", "date"};

}  // namespace

std::string http_date(Instant instant) {
  using namespace std::chrono;
  const auto day = floor<std::chrono::days>(instant);
  const year_month_day date{day};
  const hh_mm_ss time{floor<seconds>(instant - day)};
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[weekday{day}.c_encoding()],
                     static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

bool may_have_body(int status) { return status >= 200 && status != 204 && status != 304; }

std::string head_start(const Response& response) {
  std::string bytes = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_phrase(response.status));
  for (const auto& [name, value] : response.headers)
    if (std::ranges::find(ours, lower_ascii(name)) == std::end(ours))
      bytes += fmt::format("{}: {}\r\n", name, value);
  if (may_have_body(response.status))
    bytes += fmt::format("Content-Length: {}\r\n", response.content().size());
  return bytes;
}

std::string_view HeadEnd::at(AfterResponse after, Instant now) {
  const auto second = std::chrono::floor<std::chrono::seconds>(now);
  if (second_ != second) {
    second_ = second;
    const auto date = http_date(now);
    keep_open_ = fmt::format("Date: {}\r\nConnection: keep-alive\r\n\r\n", date);
    close_ = fmt::format("Date: {}\r\nConnection: close\r\n\r\n", date);
  }
  return after == AfterResponse::close ? close_ : keep_open_;
}

}  // namespace wijktafel::http
