// The main of every test program above base: as that of the real program it begins with being a photo worker
// when it was started as one, so that tests send their photos through a process of its own too.
#include <gmock/gmock.h>

#include "platform/files/photo_worker.hpp"

int main(int count, char** arguments) {
  if (const auto status = wijktafel::files::serve_photos_if_asked(count, arguments)) return *status;
  testing::InitGoogleMock(&count, arguments);
  return RUN_ALL_TESTS();
}
