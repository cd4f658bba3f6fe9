// What is kept of a secret: its hash. The secret itself goes to a mailbox or a browser and is nowhere else.
#pragma once

#include <string>
#include <string_view>

namespace wijktafel::accounts {

// For tokens of 128 random bits a plain SHA-256 is enough: there is nothing to guess.
std::string token_hash(std::string_view token);

// Six digits can be guessed from a plain hash, so theirs is keyed with the token of the browser that asked.
std::string code_hash(std::string_view browser_token, std::string_view code);

}  // namespace wijktafel::accounts
