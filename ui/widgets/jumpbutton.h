#pragma once

#include <QAbstractButton>

namespace tincan {

/// The button over the end of a conversation that leads back to the latest message and says how many are new.
class JumpButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit JumpButton(QWidget *parent = nullptr);

    int count() const { return m_count; }
    void setCount(int count);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void updateWords();

    int m_count = 0;
};

} // namespace tincan
