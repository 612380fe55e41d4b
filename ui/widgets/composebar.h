#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace tincan {

/// Stands above the composer while what is written there answers or changes an earlier message, says so, and
/// offers the way out.
class ComposeBar : public QWidget
{
    Q_OBJECT

public:
    explicit ComposeBar(QWidget *parent = nullptr);

    void showReply(const QString &name, const QString &text); ///< both untrusted
    void showEdit(const QString &text);

Q_SIGNALS:
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void show(const QString &heading, const QString &text);
    void retranslate();
    void elide();

    QLabel *m_heading;
    QLabel *m_text;
    QToolButton *m_cancel;
    QString m_line;
};

} // namespace tincan
