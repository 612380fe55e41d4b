#pragma once

#include <QDialog>

class QTreeWidget;

namespace tincan {

/// What the program is: its version, whose it is, and the libraries in it with their licences.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);

    /// All of it as lines of text, for a report of what went wrong. Not translated.
    static QString details();

private:
    QWidget *makeHead();
    QTreeWidget *makeLibraries();
    QWidget *makeButtons();
};

} // namespace tincan
