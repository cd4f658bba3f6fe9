// Files that nothing refers to: a photo that came with a form that was refused, or whose program was stopped
// before it wrote the row. They go after a day.
#pragma once

#include "platform/db/database.hpp"
#include "platform/files/file_store.hpp"
#include "platform/jobs/jobs.hpp"

namespace wijktafel::app {

// How many were removed. A file that any table has in a column for files stays.
std::int64_t remove_unused_files(db::Database& database, files::FileStore& files);

// Once a day, outside a transaction.
void register_unused_files_job(jobs::JobKinds& kinds, db::Database& database, files::FileStore& files);

}  // namespace wijktafel::app
