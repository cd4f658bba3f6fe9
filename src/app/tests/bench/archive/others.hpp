// What other capabilities keep about a signal, filled along with the archive. A part that has tables of its
// own adds a function to the list in others.cpp: it gets the signals of one transaction, which stand in the
// database already.
#pragma once

#include <span>

#include "app/tests/bench/archive/batch.hpp"

namespace wijktafel::archive {

using FillOthers = void (*)(db::Transaction& tx, std::span<const BulkSignal> signals);
const std::vector<FillOthers>& others();

}  // namespace wijktafel::archive
