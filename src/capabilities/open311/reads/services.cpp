#include "capabilities/open311/reads/services.hpp"

#include "base/digest.hpp"
#include "capabilities/open311/catalogue.hpp"
#include "capabilities/open311/settings.hpp"
#include "capabilities/open311/store.hpp"
#include "capabilities/places/places.hpp"

namespace wijktafel::open311 {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ",") + word;
  return all;
}

void write_service(Document& document, const Service& service) {
  document.open("service");
  document.text("service_code", service.code);
  document.text("service_name", service.name);
  document.text("description", service.description);
  document.yes_no("metadata", service.has_definition);
  document.text("type", word(service.answers));
  document.text("keywords", joined(service.keywords));
  document.text("group", service.group);
  document.close();
}

void write_attribute(Document& document, const Attribute& attribute, int order) {
  document.open("attribute");
  document.yes_no("variable", attribute.is_question);
  document.text("code", attribute.code);
  document.text("datatype", word(attribute.datatype));
  document.yes_no("required", attribute.is_question && attribute.is_required);
  document.text("datatype_description", attribute.datatype_description);
  document.whole_number("order", order);
  document.text("description", attribute.description);
  if (is_list(attribute.datatype)) {
    document.open_list("values");
    for (const auto& choice : attribute.choices) {
      document.open("value");
      document.text("key", choice.key);
      document.text("name", choice.name);
      document.close();
    }
    document.close();
  }
  document.close();
}

std::string written(const Service& service, const std::vector<Attribute>& attributes, Format format) {
  Document document(format);
  document.open("service_definition");
  document.text("service_code", service.code);
  document.open_list("attributes");
  int order = 0;  // positive and different for each, whatever numbers the administrator gave
  for (const auto& attribute : attributes) write_attribute(document, attribute, ++order);
  document.close();
  document.close();
  return document.take();
}

struct EndpointFacts {
  std::string contact;
  bool is_test = false;
};

EndpointFacts facts_of(const web::Call& call, db::Transaction& tx) {
  const auto municipality = places::find_municipality(tx);
  const std::string area = municipality ? municipality->key : "";
  return {places::text_setting(tx, area, settings::contact, call.today),
          places::yes_no(tx, area, settings::is_test, call.today)};
}

}  // namespace

std::string list_of_services(const web::Call& call, db::Transaction& tx, Format format) {
  Document document(format);
  document.open_list("services");
  for (const auto& service : list_services(call, tx)) write_service(document, service);
  document.close();
  return document.take();
}

std::optional<std::string> definition_of(const web::Call& call, db::Transaction& tx, std::string_view code,
                                         Format format) {
  const auto service = find_service(call, tx, code);
  if (!service) return std::nullopt;
  return written(*service, store::attributes_of(tx, code), format);
}

std::string digest_of_services(const web::Call& call, db::Transaction& tx) {
  std::string all = list_of_services(call, tx, Format::json);
  for (const auto& service : list_services(call, tx))
    if (service.has_definition) all += written(service, store::attributes_of(tx, service.code), Format::json);
  return hex(sha256(all));
}

std::string discovery(const web::Call& call, db::Transaction& tx, Instant changed_at, Format format) {
  const auto facts = facts_of(call, tx);
  Document document(format);
  document.open("discovery");
  document.text("changeset", iso_instant(changed_at));
  document.text("contact", facts.contact.empty() ? call.text("open311.discovery.contact") : facts.contact);
  document.text("key_service", call.text("open311.discovery.key_service"));
  document.open_list("endpoints");
  document.open("endpoint");
  document.text("specification", "http://wiki.open311.org/GeoReport_v2");
  document.text("url", call.service.base_url + "/open311/v2");
  document.text("changeset", iso_instant(changed_at));
  document.text("type", facts.is_test ? "test" : "production");
  document.open_list("formats");
  document.text("format", "text/xml");
  document.text("format", "application/json");
  document.close();
  document.close();
  document.close();
  document.close();
  return document.take();
}

}  // namespace wijktafel::open311
