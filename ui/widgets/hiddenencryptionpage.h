#pragma once

#include "ui/models/hiddenencryption.h"
#include "ui/widgets/blockingpage.h"

namespace tincan {

/// Stands in place of a conversation whose server was encrypted before, or by its invite, and is not now.
class HiddenEncryptionPage : public BlockingPage
{
    Q_OBJECT

public:
    explicit HiddenEncryptionPage(QWidget *parent = nullptr);

    void setHiddenEncryption(const HiddenEncryption &hidden);

Q_SIGNALS:
    void retryRequested(); ///< encrypted, as ever

private:
    HiddenEncryption m_hidden;
    QLabel *m_advice;
};

} // namespace tincan
