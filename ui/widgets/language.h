#pragma once

#include "ui/models/preferences.h"

class QCoreApplication;

namespace tincan {

/// Makes the program speak a language: its own texts, Qt's, dates and numbers. System takes the desktop's
/// where we speak it, else English. May be called again; what is shown already keeps its words until it is
/// made anew.
void applyLanguage(QCoreApplication &application, LanguageChoice choice);

} // namespace tincan
