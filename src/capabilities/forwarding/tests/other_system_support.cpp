#include "capabilities/forwarding/tests/other_system_support.hpp"

namespace wijktafel::forwarding::testing {
namespace {

constexpr const char* services =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?><services>"
    "<service><service_code>LANTAARN</service_code><service_name>Lantaarn &amp; lamp</service_name>"
    "<description>d</description><metadata>true</metadata><type>realtime</type><keywords/><group/></service>"
    "<service><service_code>OVERIG</service_code><service_name>Overig</service_name><description/>"
    "<metadata>false</metadata><type>realtime</type><keywords/><group/></service></services>";
constexpr const char* definition =
    "<service_definition><service_code>LANTAARN</service_code><attributes>"
    "<attribute><variable>true</variable><code>SOORT</code><datatype>singlevaluelist</datatype>"
    "<required>true</required><datatype_description/><order>1</order><description>Welke lamp?</description>"
    "<values><value><key>led</key><name>Led</name></value><value><key>oud</key><name>Oud</name></value></"
    "values>"
    "</attribute></attributes></service_definition>";

http::Response xml(std::string body, int status = 200) {
  auto response = http::file_response(std::move(body), "text/xml; charset=utf-8");
  response.status = status;
  return response;
}

}  // namespace

OtherSystem::OtherSystem()
    : answers_{{"/v2/discovery.xml",
                "<discovery><changeset>2026-11-01</changeset><contact/><key_service/><endpoints/></"
                "discovery>"},
               {"/v2/services.xml", services},
               {"/v2/services/LANTAARN.xml", definition}},
      server_(
          {.port = 0, .workers = 2}, [this](http::Request& request) { return respond(request); },
          [](http::Method, std::string_view) { return std::size_t{1} << 20; }),
      thread_([this] { server_.run(); }) {}

OtherSystem::~OtherSystem() {
  server_.stop();
  thread_.join();
}

void OtherSystem::answer_next(int status, std::string body) {
  const std::lock_guard lock(mutex_);
  next_.emplace_back(status, std::move(body));
}

void OtherSystem::answer(const std::string& path, std::string body) {
  const std::lock_guard lock(mutex_);
  answers_[path] = std::move(body);
}

std::vector<Seen> OtherSystem::posts() {
  const std::lock_guard lock(mutex_);
  return posts_;
}

http::Response OtherSystem::take(const http::Request& request) {
  posts_.push_back({.target = request.path,
                    .idempotency_key = std::string(request.header("Idempotency-Key")),
                    .form = http::parse_query(request.body)});
  if (!next_.empty()) {
    auto [status, body] = next_.front();
    next_.erase(next_.begin());
    return xml(body, status);
  }
  if (request.path != "/v2/requests.xml")
    return xml("<service_request_updates><request_update><update_id>u-" + std::to_string(posts_.size()) +
               "</update_id></request_update></service_request_updates>");
  const auto& seen = posts_.back();
  if (seen.get("api_key") != "geheim")
    return xml("<errors><error><code>403</code><description>Onjuiste sleutel</description></error></errors>",
               403);
  const bool has_place = !seen.get("lat").empty() || !seen.get("address_string").empty();
  if (seen.get("service_code").empty() || !has_place)
    return xml("<errors><error><code>400</code><description>Er ontbreekt iets</description></error></errors>",
               400);
  return xml(gives_token_
                 ? "<service_requests><request><token>T-1</token></request></service_requests>"
                 : "<service_requests><request><service_request_id>M-" + std::to_string(posts_.size()) +
                       "</service_request_id><service_notice/><account_id/></request></service_requests>");
}

http::Response OtherSystem::respond(http::Request& request) {
  const std::lock_guard lock(mutex_);
  if (request.method == http::Method::post) return take(request);
  if (request.path == "/v2/tokens/T-1.xml")
    return xml(std::string("<service_requests><request><service_request_id>") + (is_ready_ ? "M-77" : "") +
               "</service_request_id><token>T-1</token></request></service_requests>");
  if (const auto found = answers_.find(request.path); found != answers_.end()) return xml(found->second);
  return xml("<errors><error><code>404</code><description>Niet gevonden</description></error></errors>", 404);
}

}  // namespace wijktafel::forwarding::testing
