#include <cstdio>
#include <exception>
#include <fmt/core.h>
#include <spdlog/spdlog.h>

#include "app/commands.hpp"
#include "platform/files/photo_worker.hpp"

int main(int count, char** arguments) {
  using namespace wijktafel;
  try {
    if (const auto status = files::serve_photos_if_asked(count, arguments)) return *status;
    auto read = app::read_command_line(count, arguments);
    if (const int* status = std::get_if<int>(&read)) return *status;
    return std::visit([](const auto& command) { return app::run(command); }, std::get<app::Command>(read));
  } catch (const std::exception& exception) {
    // A Failure says what to do; anything else at least says what happened. First what was logged before it.
    spdlog::default_logger()->flush();
    fmt::print(stderr, "wijktafel: {}\n", exception.what());
    return 1;
  }
}
