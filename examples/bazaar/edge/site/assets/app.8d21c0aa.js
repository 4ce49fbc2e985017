document.documentElement.dataset.currency = window.bazaar.currency;
