# What `cmake --install` puts where, and the Debian package that CPack makes of it:
#     cmake --build build --target package
include(GNUInstallDirs)

install(TARGETS tincan tincand tincan-cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")

# The translations and the pictures that the programs show are inside of them. What follows is for the desktop.
if(UNIX AND NOT APPLE)
    set(icons "${CMAKE_CURRENT_LIST_DIR}/icons")
    foreach(size 16 24 32 48 64 128 256)
        install(FILES "${icons}/tincan-${size}.png" RENAME tincan.png
            DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps")
    endforeach()
    install(FILES "${icons}/tincan.svg" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
    install(FILES "${CMAKE_CURRENT_LIST_DIR}/tincan.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES "${CMAKE_CURRENT_LIST_DIR}/chat.tincan.Tincan.metainfo.xml"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
    install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" RENAME copyright DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/tincan")
    install(FILES "${CMAKE_SOURCE_DIR}/README.md" "${CMAKE_SOURCE_DIR}/README.zh_CN.md" "${CMAKE_SOURCE_DIR}/CHANGELOG.md"
        "${CMAKE_SOURCE_DIR}/protocol/PROTOCOL.md" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/tincan")
endif()

set(CPACK_GENERATOR "DEB")
set(CPACK_PACKAGE_NAME "tincan")
set(CPACK_PACKAGE_VENDOR "The Tincan authors")
set(CPACK_PACKAGE_CONTACT "The Tincan authors <tincan@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
"Open the program, host a room, and the people on your network talk with you:
with their own Tincan, with netcat in a terminal, or with a script of thirty
lines, all in the same room and on the same port. No account, no cloud.
.
The package holds the desktop app (tincan), the headless server (tincand) and
the terminal client (tincan-cli).")
set(CPACK_PROJECT_CONFIG_FILE "${CMAKE_CURRENT_LIST_DIR}/packagecheck.cmake")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION "net")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# A plugin that Qt loads, which no program links.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite")
# What no library asks for: Qt's own words in Chinese, letters and emoji, and rooms nearby by DNS-SD.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "qt6-translations-l10n, qt6-wayland, fonts-noto-cjk, fonts-noto-color-emoji, avahi-daemon")
# Who types Chinese with fcitx 5 needs its plugin for Qt 6; the one for IBus comes with Qt.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fcitx5-frontend-qt6")
include(CPack)
