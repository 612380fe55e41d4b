#pragma once

#include "ui/models/roominfotext.h"

#include <QDialog>

class QVBoxLayout;

namespace tincan {

/// Says what a room is, and who can read what is said in it.
class RoomInfoDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RoomInfoDialog(const RoomInfoText &text, QWidget *parent = nullptr);

private:
    void addKey(QVBoxLayout *rows, const QString &key);
};

} // namespace tincan
