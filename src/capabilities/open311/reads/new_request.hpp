// What a client sends as a new request: everything that is wrong with it, or a request that can be taken in.
#pragma once

#include "base/result.hpp"
#include "capabilities/open311/catalogue.hpp"
#include "capabilities/open311/faults.hpp"
#include "capabilities/open311/key_store.hpp"
#include "capabilities/open311/parameters.hpp"

namespace wijktafel::open311 {

struct NewRequest {
  Service service;
  items::Domains domains = 0;
  std::string theme = {};  // "" for the general service
  std::optional<geo::Point> place = std::nullopt;
  std::optional<web::AreaRef> area = std::nullopt;  // always set in a valid request
  std::string address = {};
  std::string address_id = {};
  std::string description = {};
  std::string media_url = {};
  std::string mail_address = {};
  std::string phone = {};
  std::string name = {};
  std::vector<store::Answer> answers = {};
};
Result<NewRequest, Faults> read_new_request(const web::Call& call, db::Transaction& tx,
                                            const Parameters& parameters);

// Answers to what the service asks, in the order of its definition.
std::vector<store::Answer> read_answers(const std::vector<Attribute>& definition,
                                        const std::vector<Parameters::Answer>& given, Faults& faults);

}  // namespace wijktafel::open311
