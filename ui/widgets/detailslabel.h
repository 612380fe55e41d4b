#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tincan {

/// Technical text behind a "Details" button, to be read and copied by whoever wants it; hidden while there is
/// none.
class DetailsLabel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsLabel(QWidget *parent = nullptr);

    void setDetails(const QString &text);

private:
    QPushButton *m_button;
    QLabel *m_text;
};

} // namespace tincan
