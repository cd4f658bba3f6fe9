// What the templates of this capability show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/choice_field/choice_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::organisations {

struct OrganisationRow {
  std::string name;
  std::string url;
  html::SafeHtml people;  // slot "organisation_people"
};
BOOST_DESCRIBE_STRUCT(OrganisationRow, (), (name, url, people))

struct KindSection {
  std::string kind;  // in words
  std::vector<OrganisationRow> organisations;
};
BOOST_DESCRIBE_STRUCT(KindSection, (), (kind, organisations))

struct WhoIsWhoView {
  std::vector<KindSection> kinds;
  std::optional<std::string> manage_url;
};
BOOST_DESCRIBE_STRUCT(WhoIsWhoView, (), (kinds, manage_url))

// A way to one of these pages from somewhere else.
struct PageLinkView {
  std::string url;
};
BOOST_DESCRIBE_STRUCT(PageLinkView, (), (url))

struct OrganisationView {
  std::string name;
  std::string kind;
  html::SafeHtml people;  // slot "organisation_people"
  html::SafeHtml more;    // slot "organisation_page": what it promised, what it has in hand
  std::string list_url;
  std::optional<std::string> change_url;
};
BOOST_DESCRIBE_STRUCT(OrganisationView, (), (name, kind, people, more, list_url, change_url))

// The form to add and the form to change: the same questions.
struct OrganisationFormView {
  std::string title;
  std::string url;
  std::optional<design::ErrorSummary> faults;
  design::TextField name;
  design::SelectField kind;
  design::SubmitRow submit;
  std::vector<KindSection> kinds;  // what there is already; only when adding
};
BOOST_DESCRIBE_STRUCT(OrganisationFormView, (), (title, url, faults, name, kind, submit, kinds))

}  // namespace wijktafel::organisations
