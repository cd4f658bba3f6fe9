// What systemd, or anything that follows its two small protocols, gives to this process and hears from it:
// sockets that listen already (sd_listen_fds) and how far we are (sd_notify). See docs/decisions.
#pragma once

#include <string>
#include <vector>

namespace wijktafel::app {

// The sockets meant for this very process; none when it was started by hand. Once, before any thread: it
// takes the variables out of the environment, so that no child believes they are for it.
std::vector<int> inherited_sockets();

// "READY=1" or "STOPPING=1" to whoever started us, if they listen. Nobody hears it otherwise, and that is
// fine.
void tell_service_manager(const std::string& state);

}  // namespace wijktafel::app
