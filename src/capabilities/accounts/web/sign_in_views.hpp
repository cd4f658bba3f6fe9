// What the pages of signing in show, and the mail.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/error_summary/error_summary.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::accounts {

struct DemoPerson {
  std::string number;
  std::string name;
  std::string roles;   // in words
  std::string button;  // "Ga verder als Noor de Vries"
};
BOOST_DESCRIBE_STRUCT(DemoPerson, (), (number, name, roles, button))

struct DemoPeople {
  std::string demo_url;
  std::vector<DemoPerson> people;
};
BOOST_DESCRIBE_STRUCT(DemoPeople, (), (demo_url, people))

struct SignInView {
  std::string url;
  std::string return_path;
  std::optional<design::Notice> signed_in;
  std::optional<design::ErrorSummary> faults;
  design::TextField mail;
  design::SubmitRow submit;
  std::optional<DemoPeople> demo;  // only where the whole database is invented
};
BOOST_DESCRIBE_STRUCT(SignInView, (), (url, return_path, signed_in, faults, mail, submit, demo))

struct SignInCodeView {
  std::string url;
  std::string ask_again_url;
  std::optional<design::ErrorSummary> faults;
  design::TextField code;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(SignInCodeView, (), (url, ask_again_url, faults, code, submit))

// One button; with a question for a name when it makes an account.
struct SignInEnterView {
  std::string title;
  std::string intro;
  std::string url;
  std::optional<std::string> code;  // goes along, so that it need not be typed twice
  std::optional<design::ErrorSummary> faults;
  std::optional<design::TextField> name;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(SignInEnterView, (), (title, intro, url, code, faults, name, submit))

// A link that lets nobody in any more.
struct SignInClosedView {
  std::string title;
  std::string text;
  std::optional<design::Notice> signed_in;
  std::string ask_again_url;
};
BOOST_DESCRIBE_STRUCT(SignInClosedView, (), (title, text, signed_in, ask_again_url))

struct SignInMailView {
  std::string subject;
  std::string greeting;
  std::string intro;
  std::string button;
  std::string url;
  std::string link_life;
  std::string code;
  std::string code_life;
};
BOOST_DESCRIBE_STRUCT(SignInMailView, (), (subject, greeting, intro, button, url, link_life, code, code_life))

struct OrganisationPeopleView {
  std::string people;  // "Noor de Vries en Sem Bakker"
};
BOOST_DESCRIBE_STRUCT(OrganisationPeopleView, (), (people))

}  // namespace wijktafel::accounts
