# What the browser gets: one style sheet, one script, fonts, icon, licences. tools/build-assets.mjs makes them in
# ${PROJECT_BINARY_DIR}/assets when one of their sources changed; embed.cmake compiles them in.
# wijktafel_assets(TARGET VARIABLE): TARGET waits for them, VARIABLE lists them. The names are those of build-assets.mjs.
function(wijktafel_assets target variable)
  set(folder ${PROJECT_BINARY_DIR}/assets)
  set(made "")
  if(NOT EXISTS ${PROJECT_SOURCE_DIR}/node_modules/esbuild)
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
      message(FATAL_ERROR "node_modules is not there: run `make setup` (or npm ci) first, or pages will have no style")
    endif()
    message(WARNING "node_modules is not there: this build has pages without style (run npm ci and configure again)")
    set(${variable} "" PARENT_SCOPE)
    return()
  endif()
  foreach(name IN ITEMS wijktafel.css wijktafel.js favicon.svg EUPL-1.2.txt OFL-1.1.txt)
    list(APPEND made ${folder}/${name} ${folder}/${name}.br ${folder}/${name}.gz)
  endforeach()
  foreach(font IN ITEMS latin-400 latin-700 latin-ext-400 latin-ext-700)
    list(APPEND made ${folder}/source-sans-3-${font}-normal.woff2)
  endforeach()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.css ${PROJECT_SOURCE_DIR}/src/*.ts
    ${PROJECT_SOURCE_DIR}/src/*.html)
  add_custom_command(OUTPUT ${made}
    COMMAND ${PROJECT_SOURCE_DIR}/tools/node ${PROJECT_SOURCE_DIR}/tools/build-assets.mjs ${folder}
    DEPENDS ${sources} ${PROJECT_SOURCE_DIR}/tools/build-assets.mjs ${PROJECT_SOURCE_DIR}/tools/prune-css.mjs
      ${PROJECT_SOURCE_DIR}/src/design/favicon.svg ${PROJECT_SOURCE_DIR}/package-lock.json
    COMMENT "Building styles and scripts" VERBATIM)
  add_custom_target(assets DEPENDS ${made})
  add_dependencies(${target} assets)
  set(${variable} ${made} PARENT_SCOPE)
endfunction()
