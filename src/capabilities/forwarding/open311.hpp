// The words of Open311 GeoReport v2, as a client: what to ask, and what an answer says, in XML or JSON. Pure;
// what comes from another system is bounded and tidy when it leaves here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "platform/geo/geometry.hpp"
#include "platform/http/message.hpp"

namespace wijktafel::forwarding::open311 {

inline constexpr std::size_t services_most = 500;
inline constexpr std::size_t attributes_most = 50;
inline constexpr std::size_t values_most = 200;

struct Endpoint {
  std::string base;    // "https://example.org/open311/v2"
  std::string format;  // xml or json
  std::string jurisdiction;
};
// `resource`: "services", "tokens/17". Empty values are left out.
std::string url_of(const Endpoint& endpoint, std::string_view resource, const http::Pairs& query = {});

struct Service {
  std::string code;
  std::string name;
  std::string description;
  bool has_definition = false;
};

struct Attribute {
  std::string code;
  std::string datatype;
  std::string description;
  bool is_asked = true;  // else a text to show, never an answer
  bool is_required = false;
  std::vector<std::pair<std::string, std::string>> values = {};  // key and name
};

// The answer to a request, or to a question about its token.
struct Receipt {
  std::string number;
  std::string token;
};

struct RequestState {
  std::string number;
  std::string status;
  std::string notes;
};

struct Update {
  std::string id;
  std::string number;
  std::string status;
  std::string text;
};

struct NewRequest {
  std::string service;
  std::optional<geo::Point> place;
  std::string place_words;  // instead of a place
  std::string description;
  std::string media_url;
  std::vector<std::pair<std::string, std::string>> attributes = {};  // field_of an attribute, and the answer
};
// The name of the field with an answer: several may be given to a list of several.
std::string field_of(const Attribute& attribute);
http::Pairs form_of(const Endpoint& endpoint, std::string_view api_key, const NewRequest& request);

// Nothing when the answer is not what the specification says.
std::optional<std::string> changeset_of_discovery(std::string_view answer);
std::optional<std::vector<Service>> read_services(std::string_view answer);
std::optional<std::vector<Attribute>> read_definition(std::string_view answer);
std::optional<Receipt> read_receipt(std::string_view answer);
std::optional<std::vector<RequestState>> read_requests(std::string_view answer);
std::optional<std::vector<Update>> read_updates(std::string_view answer);
// What an answer with a fault says to people; "" when it says nothing.
std::string read_error(std::string_view answer);

// A definition as it is kept with the service, and back.
std::string stored(const std::vector<Attribute>& attributes);
std::vector<Attribute> from_stored(std::string_view text);

}  // namespace wijktafel::forwarding::open311
