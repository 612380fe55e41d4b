#include "ui/models/roomhost.h"
