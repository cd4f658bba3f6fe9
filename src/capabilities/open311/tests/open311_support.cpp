#include "capabilities/open311/tests/open311_support.hpp"

#include <boost/json.hpp>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <sstream>

#include "platform/http/target.hpp"

namespace wijktafel::open311::testing {
namespace {

http::Request request_for(http::Method method, std::string_view resource) {
  http::Request request;
  request.method = method;
  request.target = "/open311/v2/" + std::string(resource);
  const auto target = http::parse_target(request.target);
  if (!target) throw Failure("a test asked for a target that cannot be read: " + request.target);
  request.path = target->path;
  request.query = http::parse_query(target->query);
  request.peer = "203.0.113.9";
  request.id = "TEST";
  return request;
}

}  // namespace

http::Response Client::get(std::string_view resource) {
  auto request = request_for(http::Method::get, resource);
  return town.municipality().edge().handle(request);
}

http::Response Client::post(std::string_view resource, std::string_view body, const http::Pairs& headers) {
  auto request = request_for(http::Method::post, resource);
  request.headers = headers;
  if (request.header("Content-Type").empty())
    request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
  request.body = std::string(body);
  return town.municipality().edge().handle(request);
}

http::Response Client::post_fields(std::string_view resource, const http::Pairs& fields,
                                   const http::Pairs& headers) {
  std::string body;
  for (const auto& [name, value] : fields)
    body += (body.empty() ? "" : "&") + http::percent_encoded(name) + "=" + http::percent_encoded(value);
  return post(resource, body, headers);
}

boost::json::value Client::json(std::string_view resource) {
  return boost::json::parse(get(resource).content());
}

items::ItemId Client::tell(const Signal& signal) {
  const auto& service = town.service();
  const auto call = web::job_call(service, i18n::Language::nl, town.clock().now());
  const auto area = *service.find_area("BU00010101");
  return town.database().write([&](db::Transaction& tx) {
    signals::NewSignal fresh{.text = signal.text, .theme = signal.theme};
    if (signal.with_place) fresh.place = geo::Point{4.505, 52.005};
    fresh.place_words = "bij de vijver";
    fresh.mail_address = signal.mail_address;
    fresh.phone = signal.phone;
    fresh.name = signal.name;
    return signals::tell(call, tx, area, fresh)->item;
  });
}

void Client::execute(std::string_view sql, items::ItemId item) {
  town.database().write([&](db::Transaction& tx) {
    tx.execute(sql, item);
    tx.touch("BU00010101");
    tx.touch("GM0001");
  });
}

bool is_well_formed(std::string_view xml) {
  try {
    std::istringstream stream{std::string(xml)};
    boost::property_tree::ptree tree;
    boost::property_tree::read_xml(stream, tree);
    return true;
  } catch (const boost::property_tree::xml_parser_error&) {
    return false;
  }
}

}  // namespace wijktafel::open311::testing
