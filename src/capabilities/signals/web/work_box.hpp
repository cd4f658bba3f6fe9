// What those who work on a signal see of each other: who does it and why it lies here, notes, and answers to
// begin with.
#pragma once

#include "capabilities/signals/web/work_forms.hpp"

namespace wijktafel::signals {

// Who coordinates the area, or belongs to the organisation that has it.
bool works_on(const web::Call& call, const web::AreaRef& area, const items::Item& item);

std::optional<ArrangeForm> arrange_form(const web::Call& call, const web::AreaRef& area,
                                        const SignalDetail& detail, const Returned& returned);
std::optional<NotesForm> notes_form(const web::Call& call, const web::AreaRef& area,
                                    const SignalDetail& detail, const Returned& returned);
// Nothing where the area has no templates.
std::optional<TemplateChoice> template_choice(const web::Call& call, const web::AreaRef& area,
                                              const SignalDetail& detail);
// The page again, with the chosen template as the answer.
http::Response answer_with_template(const web::Call& call, const SignalDetail& detail);

}  // namespace wijktafel::signals
