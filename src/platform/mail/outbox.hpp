// Mail as part of a transaction: queued with the write that causes it, sent afterwards by a job, and emptied
// of everything personal once it has gone, or was given up: a mail server may be away for ten days.
//
//   mail::queue(tx, {.to_address = address, .subject = subject, .text = text, .html = html,
//                    .message_id = "signal-17-answered-2", .date = now});
//
// The Message-ID comes from the event: a message that was queued before is not queued again. A mail that was
// sent just before the process died may be sent twice, with the same Message-ID, so that the receiver's
// program knows it.
#pragma once

#include <optional>

#include "platform/db/database.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/mail/later.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::mail {

// After `useless_at` the message is dropped instead of sent: a sign-in link that no longer works.
void queue(db::Transaction& tx, const Message& message, std::optional<Instant> useless_at = std::nullopt);

// The message with this id does not leave any more, if it has not left yet.
void drop(db::Transaction& tx, Instant now, std::string_view message_id);

// After a restore: what waited when the backup was made was most likely sent soon after it; it is dropped and
// emptied. Gives how many.
std::int64_t drop_waiting(db::Transaction& tx, Instant now);

// The job "mail.send". The mailer must outlive `kinds`. `look_up` gives what is only known when a mail
// leaves.
void register_mail_job(jobs::JobKinds& kinds, Mailer& mailer, LookUp look_up = {});

// Mails that no server would take, for whoever watches the program. Nobody knows any more whom they were for.
std::int64_t mails_given_up(db::Transaction& tx);

}  // namespace wijktafel::mail
