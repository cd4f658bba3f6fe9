# Templates, words, migrations, assets and data are compiled into the program with .incbin (2 MB in 0.1 s).
# wijktafel_embed(TARGET): writes one assembly file with every file found, and a table of names, and links it.
function(wijktafel_embed target)
  # One look at everything and a filter: a recursive pattern with a folder in the middle matches one depth only.
  file(GLOB_RECURSE names CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/src/*)
  list(FILTER names INCLUDE REGEX
    "/templates/[^/]+\\.(html|txt|example\\.json)$|/components/[^/]+/[^/]+\\.(html|example\\.json)$|/words/[^/]+\\.toml$|/migrations/.+\\.sql$|/data/.+")
  list(FILTER names EXCLUDE REGEX "/tests/")
  list(TRANSFORM names PREPEND ${PROJECT_SOURCE_DIR}/src/ OUTPUT_VARIABLE files)
  set(assets ${PROJECT_BINARY_DIR}/assets)
  wijktafel_assets(${target} built)
  set(table ${PROJECT_BINARY_DIR}/embedded.S)
  set(text ".section .rodata\n")
  set(rows "")
  set(n 0)
  foreach(file IN LISTS files built)
    string(REPLACE "${PROJECT_SOURCE_DIR}/src/" "" name ${file})
    string(REPLACE "${assets}/" "assets/" name ${name})
    string(APPEND text "n${n}: .asciz \"${name}\"\n.balign 16\nb${n}: .incbin \"${file}\"\ne${n}: .byte 0\n")
    string(APPEND rows ".quad n${n}, b${n}, e${n} - b${n}\n")
    math(EXPR n "${n}+1")
  endforeach()
  string(APPEND text ".section .data.rel.ro,\"aw\"\n.balign 8\n.global wijktafel_embedded_table\nwijktafel_embedded_table:\n${rows}"
    ".global wijktafel_embedded_count\nwijktafel_embedded_count: .quad ${n}\n.section .note.GNU-stack,\"\",@progbits\n")
  file(GENERATE OUTPUT ${table} CONTENT "${text}")
  set_source_files_properties(${table} PROPERTIES GENERATED TRUE OBJECT_DEPENDS "${files};${built}")
  target_sources(${target} PRIVATE ${table})
endfunction()
