// One municipality: its database and everything that is made on top of it, in order, as members that outlive
// each other in the right direction. A process may hold several.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/program.hpp"
#include "capabilities/places/places.hpp"
#include "platform/mail/mail.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::app {

struct MunicipalityOptions {
  std::string database;  // sqlite:FILE or postgresql://...
  std::string files;     // folder for photos
  std::string mail;      // file:DIR or smtp://...
  std::string base_url;  // http://127.0.0.1:8080
  std::string mail_from = "wijktafel@localhost";
  std::optional<Instant> demo_at =
      std::nullopt;  // a demo goes on here, or where its history stopped when that is later
  // For an import that tells a story of its own time; else the machine's clock, or the demo's.
  std::unique_ptr<Clock> clock = nullptr;
  std::string secrets = {};        // folder with a file for each password or key
  std::string mail_in = {};        // Maildir of what the mail server brings
  bool is_being_restored = false;  // only a restore may open what a restore has not finished
};

class Municipality {
 public:
  // Opens and migrates the database. Throws Failure with a sentence that says what to do.
  Municipality(const Program& program, MunicipalityOptions options);
  ~Municipality();

  bool has_areas() const { return !service_->municipality_path.empty(); }
  const web::Service& service() const { return *service_; }
  db::Database& database() const { return *database_; }
  web::Edge& edge() const { return *edge_; }
  web::Edge& edge() { return *edge_; }
  jobs::JobRunner& runner() { return *runner_; }
  const Program& program() const { return program_; }

  // After areas have been imported: path, directory and edge are made anew. Not while
  // serving.
  void learn_areas();

 private:
  void make_clock(MunicipalityOptions& options);
  void make_jobs();
  void make_permissions();
  void make_service(const MunicipalityOptions& options);

  const Program& program_;
  std::unique_ptr<db::Database> database_;
  bool is_demo_ = false;
  bool tells_a_story_ = false;  // its clock is an import's
  std::unique_ptr<Clock> clock_;
  std::unique_ptr<mail::Mailer> mailer_;
  files::FileStore files_;
  jobs::JobKinds kinds_;
  identity::Permissions permissions_;
  std::unique_ptr<web::Service> service_;
  std::unique_ptr<places::Directory> directory_;
  std::unique_ptr<web::Edge> edge_;
  std::unique_ptr<jobs::JobRunner> runner_;
};

// The row that makes a database a demo: invented people may be entered as, and the clock stands on its day.
void mark_as_demo(db::Transaction& tx);
// The demo lives on 22 November 2026: the meeting of 3 December is still to come.
Instant demo_morning();
bool is_demo(db::Transaction& tx);

// From the rows of a backup until the last of what was erased since then is erased again. In between nothing
// but the restore itself opens the municipality.
void mark_as_being_restored(db::Transaction& tx);
void mark_as_restored(db::Transaction& tx);

}  // namespace wijktafel::app
