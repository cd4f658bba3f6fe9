#include "platform/observe/log_output.hpp"

#include <memory>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "platform/observe/batched_sink.hpp"

namespace wijktafel::observe {

void write_log_in_batches() {
  if (::isatty(STDOUT_FILENO) == 1) return;
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("", std::make_shared<BatchedSink>(STDOUT_FILENO)));
}

}  // namespace wijktafel::observe
