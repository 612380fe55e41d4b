# Read by cpack before it makes a package. Without these tools it would leave out, in silence, which libraries the package needs.
if(CPACK_GENERATOR STREQUAL "DEB")
    foreach(tool dpkg-shlibdeps file)
        find_program(found_${tool} ${tool})
        if(NOT found_${tool})
            message(FATAL_ERROR "${tool} is missing, which a Debian package is made with: apt-get install dpkg-dev file")
        endif()
    endforeach()
endif()
