#include "app/draw/interruption.hpp"

#include <csignal>

namespace wijktafel::app {
namespace {

volatile std::sig_atomic_t asked = 0;
struct sigaction before = {};

void ask(int) { asked = 1; }

}  // namespace

Interruption::Interruption() {
  asked = 0;
  struct sigaction action = {};
  action.sa_handler = ask;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigaction(SIGINT, &action, &before);
}

Interruption::~Interruption() { sigaction(SIGINT, &before, nullptr); }

bool Interruption::was_asked() { return asked != 0; }

}  // namespace wijktafel::app
