// A call as the edge makes it, in a made-up town, with the real words and templates.
#pragma once

#include <filesystem>
#include <memory>

#include "platform/db/testing.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::design {

class Town {
 public:
  Town();
  ~Town();

  // By a visitor, for "/stad/bomenbuurt/signalen?status=open&geheim=1", in the neighbourhood.
  web::Call call(i18n::Language language = i18n::Language::nl);
  web::Service& service() { return *service_; }
  http::Request request;

 private:
  std::filesystem::path folder_;
  std::unique_ptr<db::Database> database_;
  FixedClock clock_;
  i18n::Words words_ = i18n::Words::embedded();
  html::Templates templates_;
  files::FileStore files_;
  jobs::JobKinds jobs_;
  identity::Permissions permissions_;
  std::unique_ptr<web::Service> service_;
};

}  // namespace wijktafel::design
