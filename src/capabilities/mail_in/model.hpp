// How a mail is read: to what it is addressed, and which part of its text is what the sender says. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::mail_in {

inline constexpr int hops_most = 25;        // servers; a mail that went through more goes round in circles
inline constexpr int mails_of_sender = 20;  // within a day
inline constexpr std::size_t attachments_named_most = 20;

// What stands behind the plus: "parkbuurt" of signalen+parkbuurt@..., lower case; "" when there is none.
std::string detail_of(std::string_view address);
// Of all addresses a mail was sent to, the details, each once.
std::vector<std::string> details_of(const std::vector<std::string>& addresses);

// A subject without "Re:", "Fwd:", "Doorgestuurd:" and the like in front.
std::string title_of(std::string_view subject);

// Without the signature ("-- " on a line of its own) and without what was quoted below it. When it is not
// sure that only that would go, nothing goes; and never everything.
std::string without_signature(std::string_view text);
// What somebody answers, without the mail that it answers.
std::string answer_in(std::string_view text);

}  // namespace wijktafel::mail_in
