#include "ui/client/roomclient.h"
