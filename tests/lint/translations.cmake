# Whether every text of the program is translated: brings copies of the translation files up to date with the
# sources and asks the compiler of translations what is missing. Nothing in the sources' tree changes.
# cmake -DLUPDATE=… -DLRELEASE=… -DSOURCES=… -DWORK=… -P translations.cmake
file(MAKE_DIRECTORY "${WORK}")
set(missing "")

function(check name)
    set(copy "${WORK}/${name}.ts")
    configure_file("${SOURCES}/resources/translations/${name}.ts" "${copy}" COPYONLY)
    execute_process(
        COMMAND "${LUPDATE}" -silent -I . -locations none -no-obsolete ${ARGN} protocol server ui app -ts "${copy}"
        WORKING_DIRECTORY "${SOURCES}" ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND "${LRELEASE}" "${copy}" -qm "${WORK}/${name}.qm"
        OUTPUT_VARIABLE report COMMAND_ERROR_IS_FATAL ANY)
    if(NOT report MATCHES "Generated [1-9][0-9]* translation\\(s\\) \\([0-9]+ finished and 0 unfinished\\)"
            OR report MATCHES "Ignored [0-9]+ untranslated")
        file(READ "${copy}" text)
        string(REGEX MATCHALL "<source>[^<]*</source>[^<]*(<comment>[^<]*</comment>)?[^<]*(<extracomment>[^<]*</extracomment>)?[^<]*<translation type=\"unfinished\"" texts "${text}")
        message(SEND_ERROR "${name} is not complete; run resources/translations/update and translate.\n${report}\n${texts}")
    endif()
endfunction()

check(tincan_zh_CN)
check(tincan_en -pluralonly)
