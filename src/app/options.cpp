#include "app/options.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <regex>

#include "base/result.hpp"
#include "base/text.hpp"

namespace wijktafel::app {
namespace {

constexpr int usage_error = 2;

std::vector<std::string> lines_of(const std::string& option, const std::string& path) {
  std::ifstream file(path);
  if (!file) throw CLI::FileError(option + " cannot be read: " + path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    if (const auto text = trimmed(line); !text.empty()) lines.emplace_back(text);
  if (lines.empty()) throw CLI::ValidationError(option, "nothing stands in " + path);
  return lines;
}

void read_secrets(Storage& storage) {
  if (!storage.database_file.empty()) storage.databases = lines_of("--database-file", storage.database_file);
  if (storage.databases.empty()) throw CLI::RequiredError("--database or --database-file");
  if (storage.mail_file.empty()) return;
  const auto mail = lines_of("--mail-file", storage.mail_file);
  if (mail.size() != 1) throw CLI::ValidationError("--mail-file", "wants one line");
  storage.mail = mail.front();
}

void add_storage(CLI::App& command, Storage& storage, bool with_mail) {
  auto* databases = command
                        .add_option("--database", storage.databases,
                                    "sqlite:FILE or postgresql://... (one per municipality)")
                        ->envname("WIJKTAFEL_DATABASE");
  command
      .add_option("--database-file", storage.database_file,
                  "File with what --database takes, one a line: a password is then in no list of processes")
      ->envname("WIJKTAFEL_DATABASE_FILE")
      ->excludes(databases);
  command.add_option("--files", storage.files, "Folder for photos (one per municipality)")
      ->envname("WIJKTAFEL_FILES")
      ->allow_extra_args(false)
      ->capture_default_str();
  // The last of all callbacks: only then the environment and the file of --config have been read.
  command.final_callback([&storage] { read_secrets(storage); });
  if (!with_mail) return;
  auto* mail = command.add_option("--mail", storage.mail, "file:DIR or smtp://[user:password@]host:port")
                   ->envname("WIJKTAFEL_MAIL")
                   ->capture_default_str();
  command.add_option("--mail-file", storage.mail_file, "File with what --mail takes")
      ->envname("WIJKTAFEL_MAIL_FILE")
      ->excludes(mail);
  command.add_option("--mail-from", storage.mail_from, "Address that mail comes from")
      ->envname("WIJKTAFEL_MAIL_FROM")
      ->capture_default_str();
  command.add_option("--base-url", storage.base_url, "Address that people type, for links in mail")
      ->envname("WIJKTAFEL_BASE_URL");
}

// CLI11 repeats what it does not understand, and that may be an address with a password.
std::string failure_message(const CLI::App* app, const CLI::Error& error) {
  static const std::regex address(R"([A-Za-z]+://\S+)");
  return std::regex_replace(CLI::FailureMessage::simple(app, error), address, "(an address)");
}

// "127.0.0.1:8080", "[::1]:8080", or only a port.
std::string split_listen(const std::string& listen, ServeCommand& serve) {
  const auto colon = listen.rfind(':');
  const std::string port = colon == std::string::npos ? listen : listen.substr(colon + 1);
  if (colon != std::string::npos) serve.host = listen.substr(0, colon);
  if (serve.host.size() > 2 && serve.host.front() == '[' && serve.host.back() == ']')
    serve.host = serve.host.substr(1, serve.host.size() - 2);
  int number = 0;
  if (!CLI::detail::lexical_cast(port, number) || number < 0 || number > 65535)
    return "--listen wants HOST:PORT, for example 127.0.0.1:8080";
  serve.port = static_cast<std::uint16_t>(number);
  return {};
}

void add_user(CLI::App& app, UserCommand& user) {
  auto* users = app.add_subcommand("user", "Make somebody administrator; they sign in by mail");
  add_storage(*users, user.storage, false);
  users->add_option("--name", user.name, "Name as colleagues know it")->required();
  users->add_option("--mail-address", user.mail_address, "Mail address to sign in with")->required();
}

CLI::App* add_verify(CLI::App& app, VerifyCommand& verify) {
  auto* verifying = app.add_subcommand("verify", "Check that nobody rewrote the history of an item");
  add_storage(*verifying, verify.storage, false);
  verifying->add_flag("--photos", verify.photos, "Read every photo too, and compare it with its name");
  verifying->add_flag("--json", verify.json, "Say what was found as JSON");
  return verifying;
}

CLI::App* add_georeport(CLI::App& importing, ImportGeoreportCommand& georeport) {
  auto* command = importing.add_subcommand(
      "georeport", "Take in requests of another system: a JSON list in the form of Open311");
  add_storage(*command, georeport.storage, false);
  command->add_option("file", georeport.file, "The JSON file")->required();
  command->add_option(
      "--area", georeport.area,
      "Neighbourhood (its name in addresses, or its code) for what has no place here; without "
      "it those are left out");
  command->add_option("--themes", georeport.themes,
                      "JSON file: service code or name to theme. Other services become themes");
  command->add_flag("--json", georeport.json, "Say what was done as JSON");
  return command;
}

CLI::App* add_import_mail(CLI::App& importing, ImportMailCommand& mail) {
  auto* command = importing.add_subcommand(
      "mail", "Take in mails that were saved as files (.eml), as if they had come in (docs/mail-in.md)");
  add_storage(*command, mail.storage, false);
  command->add_option("path", mail.paths, "The file, or a folder with files; a Maildir too")->required();
  command->add_option("--base-url", mail.storage.base_url, "Address that people type, for links in receipts")
      ->envname("WIJKTAFEL_BASE_URL")
      ->required();
  command->add_flag("--json", mail.json, "Say what was done as JSON");
  return command;
}

CLI::App* add_serve(CLI::App& app, ServeCommand& serve) {
  auto* serving = app.add_subcommand("serve", "Serve the pages of one or more municipalities");
  add_storage(*serving, serve.storage, true);
  serving
      ->add_option_function<std::string>(
          "--listen",
          [&serve](const std::string& text) {
            if (const auto fault = split_listen(text, serve); !fault.empty())
              throw CLI::ValidationError(fault);
          },
          "HOST:PORT, 127.0.0.1:8080 when not given")
      ->envname("WIJKTAFEL_LISTEN");
  serving->add_option("--workers", serve.workers, "Threads that make pages")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
  serving
      ->add_flag("--trust-proxy", serve.trust_proxy,
                 "Take X-Forwarded-For and X-Forwarded-Proto from the proxy in front")
      ->envname("WIJKTAFEL_TRUST_PROXY");
  serving
      ->add_option("--drain", serve.drain_seconds,
                   "Seconds between saying 'not ready' and closing the door, when asked to stop")
      ->envname("WIJKTAFEL_DRAIN")
      ->capture_default_str()
      ->check(CLI::Range(0, 600));
  serving->add_option("--development", serve.source_folder,
                      "Source folder: templates are read again on each page");
  serving
      ->add_option("--security-contact", serve.security_contact,
                   "Mail address or https address for who finds a weakness: /.well-known/security.txt")
      ->envname("WIJKTAFEL_SECURITY_CONTACT");
  serving
      ->add_option("--secrets", serve.secrets,
                   "Folder with a file for each password or key of another system, named as on its page")
      ->envname("WIJKTAFEL_SECRETS");
  serving
      ->add_option("--mail-in", serve.mail_in,
                   "Maildir in which the mail server puts what comes in (one per municipality)")
      ->envname("WIJKTAFEL_MAIL_IN")
      ->allow_extra_args(false);
  serving
      ->add_option("--demo-at", serve.demo_at,
                   "Moment at which the clock of a demo starts, as 2026-12-03T19:30:00+01:00")
      ->envname("WIJKTAFEL_DEMO_AT");
  return serving;
}

void add_backup(CLI::App& app, BackupCommand& backup) {
  auto* command =
      app.add_subcommand("backup", "Write the database and its photos to one file, while serving");
  add_storage(*command, backup.storage, false);
  command->add_option("--to", backup.to, "A new file, a folder, or - for standard output")->required();
  command->add_flag("--json", backup.json, "Say what was done as JSON");
}

void add_restore(CLI::App& app, RestoreCommand& restore) {
  auto* command = app.add_subcommand("restore", "Put a backup back into an empty place (docs/operations.md)");
  add_storage(*command, restore.storage, false);
  command->add_option("--from", restore.from, "The file of the backup")->required();
  command->add_option("--erasures", restore.erasures,
                      "The newest erasures.log; that in the folder for files when not given");
  command->add_flag("--erasures-lost", restore.erasures_lost,
                    "Restore although there is no list of erasures");
  command->add_flag("--send-waiting-mail", restore.send_waiting_mail,
                    "Send the mail that waited when the backup was made: for a move to another server");
  command->add_flag("--json", restore.json, "Say what was done as JSON");
}

}  // namespace

const std::string& files_for(const Storage& storage, std::size_t place) {
  if (storage.files.size() != storage.databases.size())
    throw Failure("give as many --files as --database: each municipality has a folder of its own");
  return storage.files.at(place);
}

std::variant<Command, int> read_command_line(int count, const char* const* arguments) {
  CLI::App app("Wijktafel: one table per neighbourhood", "wijktafel");
  // Not by envname: CLI11 reads the file before it looks at the environment of this option.
  const char* file = std::getenv("WIJKTAFEL_CONFIG");
  app.set_config("--config", file ? file : "",
                 "A TOML file with the same options, in a section per subcommand (Env:WIJKTAFEL_CONFIG)",
                 file != nullptr);
  app.require_subcommand(1);
  app.failure_message(failure_message);

  ServeCommand serve;
  auto* serving = add_serve(app, serve);

  DemoCommand demo;
  auto* demoing =
      app.add_subcommand("demo", "Fill an empty database with an invented year in a real neighbourhood");
  add_storage(*demoing, demo.storage, true);
  demoing->add_flag("--json", demo.json, "Say what was done as JSON");

  MigrateCommand migrate;
  auto* migrating = app.add_subcommand("migrate", "Bring the tables of a database up to date");
  add_storage(*migrating, migrate.storage, false);
  migrating->add_flag("--json", migrate.json, "Say what was done as JSON");

  ImportCommand import;
  auto* importing = app.add_subcommand("import", "Import a file in Wijktafel's own format (docs/import.md)");
  add_storage(*importing, import.storage, false);
  auto* import_file = importing->add_option("file", import.file, "The JSON file");
  importing->add_flag("--json", import.json, "Say what was done as JSON");
  ImportGeoreportCommand georeport;
  auto* importing_georeport = add_georeport(*importing, georeport);
  ImportMailCommand mail;
  auto* importing_mail = add_import_mail(*importing, mail);
  importing->final_callback([&] {
    if (*importing_georeport || *importing_mail) return;
    if (import_file->empty()) throw CLI::RequiredError("file");
    read_secrets(import.storage);
  });

  VerifyCommand verify;
  auto* verifying = add_verify(app, verify);

  BackupCommand backup;
  add_backup(app, backup);
  RestoreCommand restore;
  add_restore(app, restore);

  UserCommand user;
  add_user(app, user);

  Computation computation;
  add_computations(app, computation);

  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error, std::cout, std::cerr);
    return status == 0 ? 0 : usage_error;
  }
  if (*serving) return Command(serve);
  if (*demoing) return Command(demo);
  if (*migrating) return Command(migrate);
  if (*importing_georeport) return Command(georeport);
  if (*importing_mail) return Command(mail);
  if (*importing) return Command(import);
  if (*verifying) return Command(verify);
  if (app.got_subcommand("backup")) return Command(backup);
  if (app.got_subcommand("restore")) return Command(restore);
  if (computation) return Command(std::move(computation));
  return Command(user);
}

}  // namespace wijktafel::app
