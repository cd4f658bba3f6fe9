// servicerequestupdates, an addition of mySociety that many systems speak: what happened since.
#pragma once

#include "base/result.hpp"
#include "capabilities/open311/document.hpp"
#include "capabilities/open311/faults.hpp"
#include "capabilities/open311/key_store.hpp"
#include "capabilities/open311/parameters.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::open311 {

Result<std::string, Faults> list_of_updates(const web::Call& call, db::Transaction& tx,
                                            const Parameters& parameters, Format format);

struct NewUpdate {
  items::ItemId item{};
  std::string code;  // update_id, the sender's own
  std::string text;
  std::string status;  // of a signal; "" leaves it as it is
};
// What a client sends about a request that everyone may see, or that it brought in itself.
Result<NewUpdate, Faults> read_new_update(const web::Call& call, db::Transaction& tx, KeyId key,
                                          const Parameters& parameters);

}  // namespace wijktafel::open311
