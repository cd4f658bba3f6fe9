// People in the exchange format, with the roles they hold:
//   {"people": [{"key": "noor", "name": "Noor de Vries", "mail": "noor@voorbeeld.example",
//                "roles": [{"role": "member", "organisation": "woonstichting-de-linde", "from":
//                "2025-09-01"}]}]}
// `from` (else: now) and `until` are days, both included.
#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::accounts {

web::Exchange exchange();

}  // namespace wijktafel::accounts
