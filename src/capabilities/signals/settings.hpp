// What an area may set for its signals; declared in the manifest.
#pragma once

#include <vector>

#include "platform/web/service.hpp"

namespace wijktafel::signals::settings {

using Type = web::Setting::Type;

// Working days in which a reporter hears something.
inline const web::Setting answer_days{"signals.answer_days", Type::whole_number, "10"};
// Numbers to call at once; an empty one is left out. The social team has no number that holds everywhere.
inline const web::Setting emergency_phone{"signals.emergency_phone", Type::text, "112"};
inline const web::Setting police_phone{"signals.police_phone", Type::text, "0900-8844"};
inline const web::Setting safe_home_phone{"signals.safe_home_phone", Type::text, "0800-2000"};
// "Meldpunt zorgwekkend gedrag": who worries about somebody who acts confused, and has no haste.
inline const web::Setting worries_phone{"signals.worries_phone", Type::text, "0800-1205"};
inline const web::Setting social_team_phone{"signals.social_team_phone", Type::text, ""};

// "yes": what somebody adds who is not signed in is shown after a coordinator looked.
inline const web::Setting updates_looked_at_first{"signals.updates_looked_at_first", Type::yes_no, "no"};

// Where something belongs that is no signal: an address that begins with https://, or nothing.
inline const web::Setting formal_url{"signals.formal_url", Type::text, ""};
inline const web::Setting police_url{"signals.police_url", Type::text,
                                     "https://www.politie.nl/aangifte-of-melding-doen"};
inline const web::Setting rented_home_url{"signals.rented_home_url", Type::text, ""};

// What neighbours may do themselves, and who is insured; empty: the words of the program.
inline const web::Setting neighbours_may_do{"signals.neighbours_may_do", Type::text, ""};
inline const web::Setting neighbours_insurance{"signals.neighbours_insurance", Type::text, ""};

inline std::vector<web::Setting> all() {
  return {answer_days,       worries_phone,           formal_url,        police_url,
          rented_home_url,   emergency_phone,         police_phone,      safe_home_phone,
          social_team_phone, updates_looked_at_first, neighbours_may_do, neighbours_insurance};
}

}  // namespace wijktafel::signals::settings
